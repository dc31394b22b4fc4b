import { sql as workspace } from './0001-workspace.ts';

/** In order; a workspace's `user_version` is the number of those already applied. Never edit one that has shipped. */
export const migrations: readonly string[] = [workspace];
