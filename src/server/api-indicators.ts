/** Shape of what can be searched for; a part of `api.ts`. */
import { z } from 'zod';

/** How many indicators can run on the files, and how many more another kind of file would bring. */
export const indicatorCount = z.object({
  all: z.int(),
  run: z.int(),
  more: z.array(
    z.object({ kind: z.enum(['card', 'register', 'logins', 'texts']), count: z.int(), lacking: z.array(z.string()) }),
  ),
  withSeveral: z.int(),
  text: z.string(),
});
