const names: Readonly<Record<string, string>> = {
  review: '复议',
  suit: '诉讼',
  complaint: '投诉',
  supervision: '督办',
}

/** The id of a remedy or an order as people read it; one that somebody chose stays as it is. */
export const idInWords = (id: string): string => {
  const [, kind = '', n = ''] = /^([a-z]+)-(\d+)$/.exec(id) ?? []
  return names[kind] ? `${names[kind]}${n}` : id
}
