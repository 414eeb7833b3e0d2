/** The JSON a page carries for its script; `null` when it is not there. */
export function pageData<T>(within: ParentNode, selector: string): T | null {
  const text = within.querySelector(selector)?.textContent;
  return text ? (JSON.parse(text) as T) : null;
}
