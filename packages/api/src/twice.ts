const tokens = /"(?:[^"\\]|\\.)*"|[{}[\]]/g
const colon = /\s*:/y

/**
 * Does an object of this JSON name one field twice? One reader takes the first value and another the last, so that what
 * was checked need not be what is done (ASVS 1.5.3). The text must be JSON.
 */
export const saysTwice = (json: string): boolean => {
  const open: (Set<string> | null)[] = []
  for (const { 0: token, index } of json.matchAll(tokens)) {
    if (token === '{') open.push(new Set())
    else if (token === '[') open.push(null)
    else if (token === '}' || token === ']') open.pop()
    else {
      colon.lastIndex = index + token.length
      const names = open.at(-1)
      if (!names || !colon.test(json)) continue
      const name = JSON.parse(token) as string
      if (names.has(name)) return true
      names.add(name)
    }
  }
  return false
}
