import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import type { Context, Hono } from 'hono';
import { refused } from '../../shared/refusals/refusal.ts';
import { failureResponse } from './failure.ts';
import { pagePolicy } from './safety-headers.ts';

const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

const unbuiltPage =
  '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>评审工作站</title><p>界面还没有构建。请先运行 npm run build，再刷新本页。</p></html>';

/** The file for a path below the page's folder, or null for a path that leads out of it or names no kind that we serve. */
export function pageFile(folder: string, path: string): string | null {
  if (path.includes('\0') || path.includes('\\')) return null;
  const file = resolve(folder, `.${path}`);
  return file.startsWith(resolve(folder) + sep) && extname(file) in mediaTypes ? file : null;
}

/** Writes the nonce where the page's script looks for it: `<meta name="csp-nonce" content="…">`. */
export function withNonce(page: string, nonce: string): string {
  const meta = `<meta name="csp-nonce" content="${nonce}" />`;
  const placeholder = /<meta\s+name="csp-nonce"[^>]*>/;
  return placeholder.test(page) ? page.replace(placeholder, meta) : page.replace('<head>', `<head>${meta}`);
}

async function readIfPresent(file: string): Promise<Buffer<ArrayBuffer> | null> {
  try {
    return await readFile(file);
  } catch {
    return null;
  }
}

async function servePage(context: Context, folder: string): Promise<Response> {
  const page = await readIfPresent(join(folder, 'index.html'));
  if (page === null) return context.html(unbuiltPage, 503);
  const nonce = randomBytes(18).toString('base64');
  return context.html(withNonce(page.toString('utf8'), nonce), 200, {
    'Content-Security-Policy': pagePolicy(nonce),
    'Cache-Control': 'no-store',
  });
}

/** The built page and its files. Every other path below the root is a screen of the page, which finds its own way. */
export function servePageFiles(app: Hono, folder: string): void {
  app.get('*', async (context) => {
    let path: string;
    try {
      path = decodeURIComponent(new URL(context.req.url).pathname);
    } catch {
      return failureResponse(context, refused('not-found', { what: '页面', id: context.req.path }).refusal);
    }
    if (path === '/index.html' || extname(path) === '') return servePage(context, folder);
    const file = pageFile(folder, path);
    const content = file === null ? null : await readIfPresent(file);
    if (file === null || content === null)
      return failureResponse(context, refused('not-found', { what: '文件', id: path }).refusal);
    return context.body(content, 200, {
      'Content-Type': mediaTypes[extname(file)] ?? 'application/octet-stream',
      // Built files carry a hash of their content in their name.
      ...(path.startsWith('/assets/') ? { 'Cache-Control': 'public, max-age=31536000, immutable' } : {}),
    });
  });
}
