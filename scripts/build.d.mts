/** The oldest browsers the page promises to run in. */
export const BROWSERS: readonly string[];
/** Bundles the page into a folder: `page.js`, `page.css` and the icon. */
export function bundlePage(folder: string): Promise<void>;
