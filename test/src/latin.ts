import type { Page } from 'playwright-core'

/** Words in Latin letters that a page in Chinese may show: codes, formats, names of things that have no other. */
const allowed: readonly RegExp[] = [
  /https?:\/\/[\w.:/?#&=%~-]*/g,
  /[\w.+-]+@[\w-]+(\.[\w-]+)+/g,
  // Places in a file that somebody wrote by hand.
  /\b(off|work)\.\d+\.\w+/g,
  // Ids and hashes; numbers of cases, mail and papers.
  /\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g,
  /\b[0-9a-f]{10,64}\b/g,
  /\b(?=[A-Z0-9-]*\d)[A-Z0-9]+(-[A-Z0-9]+)*\b/g,
  /\bEMS-DEMO-\d+\b/g,
  // Organs by their codes, people by the names they sign in with.
  /\bQH(ZR|ZF|Z|JY|SL)\b/g,
  /\bqh(zr|zf|z)(-[a-z]+)*\b/g,
  // Letters, outcomes, blocks, rules, as the law table numbers them.
  /\b[SPLE]\d\d\b|\b[GWNZX]\d\b|\bRB\d\b|\bR\d+[a-z]?\b/g,
  // Rules that a report is checked by.
  /（[A-Z0-9]+(-[A-Z0-9]+)+）|^[A-Z0-9]+(-[A-Z0-9]+)+$/g,
  // Formats and the names of programs and services.
  /\b(PDF|JPG|PNG|XLSX|CSV|DOCX|JSON|HTML|ZIP|ICS|EMS|OIDC|TOTP|GB|MB|KB|iCal|SHA-256|YYYY|MM|DD|Ctrl|Chrome|Cookie)\b/g,
  // The ends of file names.
  /\.(pdf|png|jpe?g|json|csv|xlsx)\b/g,
]

/** All that can be read on a page, and what a screen reader reads besides; not what somebody has typed, nor what neither meets. */
const readable = `(() => {
  const unread = 'script, style, noscript, textarea, code, [lang=en], [aria-hidden=true], [role=option][aria-label]'
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement.closest(unread) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT)
  const words = []
  while (walker.nextNode()) words.push(walker.currentNode.data)
  for (const one of document.querySelectorAll('[aria-label], [placeholder], [title], img[alt]'))
    if (!one.closest('[aria-hidden=true]')) words.push(one.ariaLabel ?? '', one.placeholder ?? '', one.title ?? '', one.alt ?? '')
  return words.map((one) => one.trim()).filter((one) => /[A-Za-z]{2}/.test(one))
})()`

/** Pieces of a page that hold words in Latin letters which nobody allowed, with those words; `more` allows what a test itself made up. */
export const latinOn = async (page: Page, more: readonly RegExp[] = []): Promise<string[]> => {
  const pieces = (await page.evaluate(readable)) as string[]
  return [...new Set(pieces)].flatMap((piece) => {
    const rest = [...allowed, ...more].reduce((words, one) => words.replace(one, ' '), piece)
    const found = rest.match(/[A-Za-z]{2,}/g)
    return found ? [`${found.join(' ')} | ${piece.slice(0, 120)}`] : []
  })
}
