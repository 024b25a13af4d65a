/** Which year's report, and whose: as it stands in the page's address. An empty organ is the own one, or the whole sum. */
export interface Place {
  readonly year: number
  readonly organ: string
  /** The sum of those supervised, for who has a report of an own organ as well. */
  readonly sum?: boolean
}

const firstYear = 2019

/** Last year's until the end of March, when reports are due (条例 49, 50); then the running year's, to look at. */
export const usualYear = (today: string): number => Number(today.slice(0, 4)) - (today.slice(5, 7) <= '03' ? 1 : 0)

export const placeOf = (address: string, today: string): Place => {
  const query = new URLSearchParams(address.split('?')[1] ?? '')
  const year = Number(query.get('year'))
  return {
    year: Number.isInteger(year) && year >= 2000 && year < 2100 ? year : usualYear(today),
    organ: query.get('organ') ?? '',
    ...(query.get('sum') === 'true' ? { sum: true } : {}),
  }
}

const organQuery = ({ organ, sum }: Pick<Place, 'organ' | 'sum'>, joint: string): string => {
  if (organ) return `${joint}organ=${encodeURIComponent(organ)}`
  return sum ? `${joint}sum=true` : ''
}

/** The address of a page of ours; the roll-up is of the sum and does not say so. */
export const pageAt = (path: string, { year, organ, sum }: Place): string =>
  `${path}?year=${year}${organQuery({ organ, sum: sum && path === '/report' }, '&')}`

/** Where the interface has the report. */
export const reportAt = (place: Place): string => `/reports/${place.year}${organQuery(place, '?')}`

/** Where it takes what is entered, and the order to publish. */
export const writeAt = (place: Place, what: 'entries' | 'editions'): string =>
  `/reports/${place.year}/${what}${organQuery(place, '?')}`

export const fileAt = (place: Place, form: string, edition?: number): string => {
  const query = [edition === undefined ? '' : `edition=${edition}`, organQuery(place, '')].filter(Boolean).join('&')
  return `/reports/${place.year}/files/${form}${query ? `?${query}` : ''}`
}

/** A figure `3.1 natural`: where the interface lists its cases, and the page that shows them. */
export const cellAt = (place: Place, figure: string): string =>
  `/reports/${place.year}/cells/${figure.split(' ').map(encodeURIComponent).join('/')}${organQuery(place, '?')}`

export const cellPage = (place: Place, figure: string): string =>
  `/report/${place.year}/cells/${figure.split(' ').join('/')}${organQuery(place, '?')}`

/** The years there is a form for, the latest first. */
export const yearsUntil = (today: string): number[] => {
  const last = Number(today.slice(0, 4))
  return Array.from({ length: last - firstYear + 1 }, (_, i) => last - i)
}
