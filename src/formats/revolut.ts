/** Revolut's CSV exports: personal accounts in any language it is written in, and Revolut Business. */
import { rowFormat } from './labelled-format.ts';
import { business } from './revolut/business.ts';
import { personal } from './revolut/personal.ts';

export default rowFormat('revolut', 'Revolut statement', [personal, business]);
