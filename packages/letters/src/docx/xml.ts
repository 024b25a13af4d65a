import { MissingGlyphError } from '../faults.js'

/** A piece of XML that is well formed. Only this file makes one, so no words of a letter can become markup. */
export type Xml = string & { readonly written: 'xml' }

export type Attributes = { readonly [name: string]: string | number | undefined }

/** What XML 1.0 §2.2 has no place for, not even escaped. */
const impossible = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u

const escaped: { readonly [mark: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Words as XML text. Throws MissingGlyphError for a character that XML cannot hold; no font could print it either. */
export function textXml(words: string): Xml {
  const found = impossible.exec(words)
  if (found) throw new MissingGlyphError(found[0])
  return words.replace(/[&<>"]/g, (mark) => escaped[mark] ?? '') as Xml
}

/** `<name a="1">children</name>`; attributes without a value are left out. */
export function element(name: string, attributes: Attributes = {}, ...children: readonly Xml[]): Xml {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${textXml(String(value))}"`)
    .join('')
  const inside = children.join('')
  return (inside ? `<${name}${written}>${inside}</${name}>` : `<${name}${written}/>`) as Xml
}

/** An element of WordprocessingML, whose attributes carry its prefix too. */
export function w(name: string, attributes: Attributes = {}, ...children: readonly Xml[]): Xml {
  const prefixed = Object.entries(attributes).map(([key, value]) => [key.includes(':') ? key : `w:${key}`, value])
  return element(`w:${name}`, Object.fromEntries(prefixed), ...children)
}

export const together = (pieces: readonly Xml[]): Xml => pieces.join('') as Xml

/** A whole part of the package, in UTF-8. */
export const partXml = (root: Xml): Buffer =>
  Buffer.from(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`, 'utf8')
