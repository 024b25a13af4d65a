const title = /^《[^》]+》/

/** 《条例》第十五条、《条例》第三十二条 → 《条例》第十五条、第三十二条: a law is named once for all its articles that follow. */
export const joinCitations = (refs: readonly string[]): string =>
  refs
    .map((ref, i) => {
      const law = title.exec(ref)?.[0]
      return law !== undefined && law === title.exec(refs[i - 1] ?? '')?.[0] ? ref.slice(law.length) : ref
    })
    .join('、')

const ended = /[。！？!?….][”’」』）)》]*$/u
const unfinished = /(?<![，、；：,;:\s])[，、；：,;:\s]+$/u

/** Words as a sentence of their own: a 。 at the end where there is no mark, never a second one. */
export const asSentence = (words: string): string => {
  const text = words.trimEnd()
  if (text === '' || ended.test(text)) return text
  return `${text.replace(unfinished, '')}。`
}

/** A query code in the groups in which it is read out and copied: XXXX-XXXX-XXXXX, the last with one more. */
export const inGroups = (code: string): string => {
  const plain = code.replace(/[\s-]/g, '')
  const groups = plain.slice(0, -5).match(/.{1,4}/g) ?? []
  return [...groups, plain.slice(-5)].join('-')
}
