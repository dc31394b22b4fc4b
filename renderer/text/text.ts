import { zhCN } from './zh-CN.ts';

/** The form every language has to fill. A second language is a file of this type. */
export type Catalogue = typeof zhCN;

/** All sentences of the interface. Components write `text.…` and hold no sentence of their own. */
export const text: Catalogue = zhCN;
