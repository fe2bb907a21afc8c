/**
 * Who may speak to the desk: this machine's own page, and nobody else. A random token per start in
 * the first address, then a cookie that scripts cannot read (as Jupyter does); Host and Origin must
 * be the desk's own, which stops other pages and rebound names (OWASP, DNS rebinding).
 */
import type { RequestHandler } from 'express';
import helmet from 'helmet';
import { createHash, timingSafeEqual } from 'node:crypto';
import { CodedError } from '../errors.ts';

/** Headers of every answer: the page’s own files and nothing else, no inline script and no inline style. */
export function protectiveHeaders(): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        workerSrc: ["'self'"],
        formAction: ["'none'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    crossOriginEmbedderPolicy: true,
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: false,
  });
}

/** Refuses requests that were sent to another name than the desk's or by another page. */
export function ownOriginOnly(port: () => number): RequestHandler {
  return (request, _response, next) => {
    const hosts = [`127.0.0.1:${port()}`, `localhost:${port()}`];
    const { host, origin } = request.headers;
    const site = request.headers['sec-fetch-site'];
    const isOwnHost = host !== undefined && hosts.includes(host);
    const isOwnOrigin = origin === undefined || hosts.some((own) => origin === `http://${own}`);
    const isOwnSite = site === undefined || site === 'same-origin' || site === 'none';
    next(isOwnHost && isOwnOrigin && isOwnSite ? undefined : new CodedError('CLEW_ORIGIN'));
  };
}

/** Takes the token from the address once, then from its cookie. Cookies know no ports, so its name does. */
export function tokenOnly(token: string, port: () => number): RequestHandler {
  return (request, response, next) => {
    const name = `clew-${port()}`;
    const address = new URL(request.originalUrl, 'http://127.0.0.1');
    const given = address.searchParams.get('token');
    if (given !== null && isSame(given, token)) {
      response.cookie(name, token, { httpOnly: true, sameSite: 'strict', path: '/' });
      if (request.method !== 'GET' || address.pathname.startsWith('/api/')) return next();
      address.searchParams.delete('token');
      return response.redirect(303, address.pathname + address.search);
    }
    const held = cookieOf(request.headers.cookie, name);
    next(held !== undefined && isSame(held, token) ? undefined : new CodedError('CLEW_TOKEN'));
  };
}

function cookieOf(header: string | undefined, name: string): string | undefined {
  for (const part of (header ?? '').split(';')) {
    const [key = '', value] = part.trim().split('=');
    if (key === name) return value;
  }
  return undefined;
}

/** Compares hashes, so that neither length nor time tells anything of the token. */
function isSame(a: string, b: string): boolean {
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(a), hash(b));
}
