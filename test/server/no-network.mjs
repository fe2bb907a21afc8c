// Loaded before the product: any connection beyond this machine, any name to look up, ends in an
// error and is told on stderr, so that a test can see it.
import dgram from 'node:dgram';
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

const LOCAL = /^(127\.|::1$|localhost$|\[::1\]$)/;

function refuse(what) {
  process.stderr.write(`OUTBOUND ${what}\n`);
  throw new Error(`network is closed: ${what}`);
}

const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (...args) {
  const [first] = Array.isArray(args[0]) ? args[0] : args;
  const options = typeof first === 'object' && first !== null ? first : { port: first, host: args[1] };
  const isPipe = options.path !== undefined || (typeof first === 'string' && !/^\d+$/.test(first));
  const host = String(options.host ?? 'localhost');
  if (!isPipe && !LOCAL.test(host)) refuse(`connection to ${host}`);
  return connect.apply(this, args);
};
for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6']) {
  const original = dns[name];
  dns[name] = (host, ...rest) => (LOCAL.test(String(host)) ? original(host, ...rest) : refuse(`look-up of ${host}`));
}
for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6']) {
  const original = dns.promises[name];
  dns.promises[name] = (host, ...rest) =>
    LOCAL.test(String(host)) ? original(host, ...rest) : refuse(`look-up of ${host}`);
}
dgram.Socket.prototype.send = () => refuse('datagram');
// Named imports of built-in modules see the changes too.
syncBuiltinESMExports();
