const ordinal = '一二三四五六七八九十'

/** What begins a thing in a list as people write one: 1. 1、 1） （一） 一、 ①. A year or a number of a paper begins none. */
const begins = new RegExp(
  `^\\s*(?:\\d{1,2}\\s*[.、．)）](?!\\d)|[（(]\\s*(?:\\d{1,2}|[${ordinal}]{1,3})\\s*[)）]|[${ordinal}]{1,3}\\s*、|[①-⑳])`,
  'u',
)

/** More are not offered to be parted: that many are better talked about. */
const most = 10

/**
 * The things that a description lists, one a numbered line with the lines that belong to it; what stands above the list
 * stands above each of them. Empty where it lists none, or only one.
 */
export const thingsIn = (description: string): string[] => {
  const lines = description.split('\n')
  const first = lines.findIndex((line) => begins.test(line))
  if (first < 0) return []
  const above = lines.slice(0, first).join('\n').trim()
  const things: string[][] = []
  for (const line of lines.slice(first)) {
    if (begins.test(line)) things.push([line.replace(begins, '').trim()])
    else things.at(-1)?.push(line.trim())
  }
  const full = things.map((its) => its.join('\n').trim()).filter(Boolean)
  return full.length < 2 || full.length > most ? [] : full.map((one) => (above ? `${above}\n${one}` : one))
}
