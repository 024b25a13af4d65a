import type { PlacedOrganAnswer } from '../api/answers.ts'

/** What the form holds: empty boxes stand for what there is not. */
export interface OrganValues extends Readonly<Record<string, unknown>> {
  readonly channels?: Readonly<Record<string, string | undefined>>
  readonly categories?: string
  readonly guide?: Readonly<Record<string, string | undefined>>
}

const nullable = [
  'higherGovernment',
  'higherDepartment',
  'localGovernment',
  'reconsiderationOrgan',
  'court',
  'reviewOnlineUrl',
  'portalUrl',
  'disclosureUrl',
  'waysToPay',
] as const

export const valuesOf = (organ: PlacedOrganAnswer): OrganValues => {
  const { guide, ...rest } = organ
  const { categories = [], ...more } = (guide ?? {}) as { categories?: readonly string[] }
  return { ...rest, guide: more, categories: categories.join('\n') }
}

const filled = (values: Readonly<Record<string, string | undefined>> = {}): Record<string, string> =>
  Object.fromEntries(Object.entries(values).flatMap(([key, value]) => (value?.trim() ? [[key, value.trim()]] : [])))

const guideOf = ({ guide, categories = '' }: OrganValues) => {
  const { updatedOn, fax, email } = filled(guide)
  const lines = categories.split('\n').flatMap((line) => line.trim() || [])
  if (!updatedOn && lines.length === 0 && !fax && !email) return {}
  return { guide: { updatedOn: updatedOn ?? '', categories: lines, fax: fax ?? null, email: email ?? null } }
}

/** What is sent; a place that was not shown is left out and stays. */
export const bodyOf = (values: OrganValues): Record<string, unknown> => {
  const { channels, categories: _, guide: __, ...plain } = values
  const texts = Object.fromEntries(
    Object.entries(plain).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, typeof value === 'string' ? value.trim() : value]],
    ),
  )
  const nulls = Object.fromEntries(nullable.map((key) => [key, texts[key] || null]))
  return { ...texts, ...nulls, channels: filled(channels), ...guideOf(values) }
}
