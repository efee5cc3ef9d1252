import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';

/** A file of the page under a name that changes with its content, so that browsers may keep it for ever. */
export interface Asset {
  path: string;
  mediaType: string;
  content: Buffer;
  gzipped: Buffer;
}

export interface PageAssets {
  script: Asset;
  style: Asset;
  icon: Asset;
}

/** The page's files as the build leaves them; undefined when there was no build. */
export async function readAssets(folder: URL = BUILT): Promise<PageAssets | undefined> {
  const read = async (name: string, mediaType: string): Promise<Asset> => {
    const content = await readFile(new URL(name, folder));
    const digest = createHash('sha256').update(content).digest('hex').slice(0, 12);
    return {
      path: `/assets/${name.replace('.', `.${digest}.`)}`,
      mediaType,
      content,
      gzipped: gzipSync(content, { level: 9 }),
    };
  };
  try {
    const [script, style, icon] = await Promise.all([
      read('page.js', 'text/javascript; charset=utf-8'),
      read('page.css', 'text/css; charset=utf-8'),
      read('icon.svg', 'image/svg+xml'),
    ]);
    return { script, style, icon };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Beside this file in `dist`; when the program runs from its sources, the files still come from there. */
const BUILT = new URL('./client/', import.meta.url.replace('/src/channels/web/', '/dist/channels/web/'));
