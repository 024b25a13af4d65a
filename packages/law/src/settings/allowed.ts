/** What a setting may be, as data: schemas, pages and refusals are made of it. */
export type Allowed =
  | { readonly kind: 'choice'; readonly values: Readonly<Record<string, string>> }
  | { readonly kind: 'switch' }
  | { readonly kind: 'days'; readonly unit: '工作日' | '日' | '次'; readonly least: number; readonly most: number }
  | { readonly kind: 'byOutcome'; readonly keys: readonly string[]; readonly values: readonly string[] }

/** What a setting may be, in words. */
export const allowedWords = (allowed: Allowed): string => {
  switch (allowed.kind) {
    case 'choice':
      return Object.entries(allowed.values)
        .map(([code, zh]) => (zh === code ? zh : `${zh}（${code}）`))
        .join('、')
    case 'switch':
      return '是（true）、否（false）'
    case 'days':
      return `${allowed.least}至${allowed.most}的整数（${allowed.unit}）`
    case 'byOutcome':
      return `按结论（${allowed.keys.join('、')}）填写${allowed.values.join('、')}`
  }
}

/** May a setting be this? Shape and limits both; what came from outside is of any type. */
export const isAllowed = (allowed: Allowed, value: unknown): boolean => {
  switch (allowed.kind) {
    case 'choice':
      return typeof value === 'string' && Object.hasOwn(allowed.values, value)
    case 'switch':
      return typeof value === 'boolean'
    case 'days':
      return Number.isInteger(value) && (value as number) >= allowed.least && (value as number) <= allowed.most
    case 'byOutcome':
      return (
        typeof value === 'object' &&
        value !== null &&
        !Array.isArray(value) &&
        Object.entries(value).every(
          ([key, one]) => allowed.keys.includes(key) && allowed.values.includes(one as string),
        )
      )
  }
}
