import { parseDocument } from 'yaml'

/** Where JSON.parse stopped: it says so, but not of a word that is none; JSON is YAML, whose parser does. */
const placeOf = (text: string, message: string): number => {
  const said = /position (\d+)/.exec(message)?.[1]
  if (said) return Number(said)
  return parseDocument(text, { schema: 'json' }).errors[0]?.pos[0] ?? text.length
}

/** Reads JSON. Throws a SyntaxError that names line and column in Chinese, the parser's own words behind it. */
export const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (error) {
    const { message } = error as SyntaxError
    const before = text.slice(0, placeOf(text, message)).split('\n')
    throw new SyntaxError(
      `第${before.length}行第${(before.at(-1)?.length ?? 0) + 1}列：不符合 JSON 的写法（${message}）`,
    )
  }
}
