// Node 20 forgets tsx's import hook in a thread, so it is registered again before the sources load.
import { register } from 'tsx/esm/api';

register();
await import('./run.ts');
