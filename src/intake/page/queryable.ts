/** An element of a page, as linkedom and browsers have it. */
export interface PageElement {
  getAttribute(name: string): string | null;
  readonly textContent: string | null;
  querySelector(selector: string): PageElement | null;
}

/** The queries that a document must answer. */
export interface Queryable {
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}
