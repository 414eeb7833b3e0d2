/** A self-contained page in the parts a tab takes. */
export interface PageParts {
  /** The page without `faces` and without its policy. */
  html: string;
  /** Its `@font-face` rules with the fonts inside, in order. */
  faces: string[];
  /** May ask for something as late as when it is drawn. */
  asksLate: boolean;
}

const STYLE = /(<style>)([\s\S]*?)(<\/style>)/g;

const CSS_TOKEN =
  /\/\*[\s\S]*?\*\/|"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'|@font-face\s*\{(?<face>[^{}]*)\}|[{}]/g;

/** Policies of all documents of a tab add up: each would take longer than the one before. */
const POLICY = /<meta\s[^>]*http-equiv="?content-security-policy\b[^>]*>/gi;

/** Addresses in styles but those of a place on the page, however they are written, and elements that load when drawn. */
const LATE =
  /url\((?!["']?#|&quot;#|&#39;#)|@import|image-set\(|\bsrc\(|\\(?:[url]|0{0,4}(?:[57][25]|[46]c))|\bbackground\s*=|<(?:object|embed|iframe|frame|input|video|audio)\b/i;

/** What of a page belongs to the document, and what the next document in the same tab is likely to share. */
export function pageParts(whole: string): PageParts {
  const faces: string[] = [];
  const html = whole
    .replace(STYLE, (_, open: string, css: string, close: string) => open + withoutFaces(css, faces) + close)
    .replace(POLICY, '');
  return { html, faces, asksLate: LATE.test(html) };
}

/** Faces inside of other rules hold under conditions and stay where they are. */
function withoutFaces(css: string, faces: string[]): string {
  let depth = 0;
  return css.replace(CSS_TOKEN, (token, face: string | undefined) => {
    if (token === '{') depth++;
    else if (token === '}') depth--;
    else if (depth === 0 && face?.includes('url("data:')) {
      faces.push(token);
      return '';
    }
    return token;
  });
}
