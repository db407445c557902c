/** The browser for tests of pages, if there is one. */
export function findBrowser(): string | undefined;
export function prepareBrowser(): Promise<void>;
