import { join } from 'node:path';
import { freshBuild } from './fresh-build.ts';

/** `npm run judging -- …`: the command line as it was built last, or from the sources where they are newer. */
const built = freshBuild(join(import.meta.dirname, '..', '..'));
await (built === null ? import('./main.ts') : import(built.href));
