/** What a list is narrowed to, as it stands in the page's address. */
export interface Filters {
  readonly q: string
  readonly state: string
  readonly colour: string
  readonly supervised: boolean
}

export const filtersOf = (address: string): Filters => {
  const query = new URLSearchParams(address.split('?')[1] ?? '')
  return {
    q: query.get('q') ?? '',
    state: query.get('state') ?? '',
    colour: query.get('colour') ?? '',
    supervised: query.get('supervised') === 'true',
  }
}

const queryOf = (fields: Readonly<Record<string, string>>): string =>
  new URLSearchParams(Object.entries(fields).filter(([, value]) => value !== '')).toString()

/** The address of a page with these filters. */
export const addressOf = (path: string, { q, state, colour, supervised }: Filters): string => {
  const query = queryOf({ q, state, colour, supervised: supervised ? 'true' : '' })
  return query ? `${path}?${query}` : path
}

/** What the interface is asked for. */
export const listQuery = ({ q, state, colour, supervised }: Filters, more: Readonly<Record<string, string>>): string =>
  queryOf({ ...more, q: q.trim(), state, colour, supervised: supervised ? 'true' : '' })
