/** A day that a notice names, with the holiday it belongs to. */
export interface NamedDay {
  readonly date: string
  readonly name: string
}

/** A later notice that changed the arrangement, with what it changed; undoing it gives the state before. */
export interface Amendment {
  readonly number: string
  readonly title: string
  readonly issued: string
  readonly off_added: readonly NamedDay[]
  readonly off_removed: readonly string[]
  readonly work_added: readonly NamedDay[]
  readonly work_removed: readonly NamedDay[]
}

/**
 * 国务院办公厅's arrangement for one year, amendments applied. `off` are the days of rest it names, `work` the
 * make-up working days. A notice reaches outside its year (late December), so read days only from all notices merged.
 */
export interface Notice {
  readonly year: number
  readonly notice: { readonly number: string; readonly title: string; readonly issued: string }
  readonly source?: string
  readonly checkedOn?: string
  readonly amendments: readonly Amendment[]
  readonly off: readonly NamedDay[]
  readonly work: readonly NamedDay[]
}

/** The paper that says so last: the newest amendment, else the notice itself. */
export const newestPaper = ({ notice, amendments }: Notice): Notice['notice'] => {
  const { number, title, issued } = [...amendments].sort((a, b) => (a.issued < b.issued ? -1 : 1)).at(-1) ?? notice
  return { number, title, issued }
}

const without = (days: readonly NamedDay[], gone: readonly NamedDay[]): NamedDay[] =>
  days.filter(({ date }) => !gone.some((day) => day.date === date))

const undo = (notice: Notice, amendment: Amendment): Notice => ({
  ...notice,
  off: [...without(notice.off, amendment.off_added), ...amendment.off_removed.map((date) => ({ date, name: '' }))],
  work: [...without(notice.work, amendment.work_added), ...amendment.work_removed],
})

/** The notice as it could be known on `asOf`: later amendments undone; undefined when it was not issued yet. */
export const noticeAsOf = (notice: Notice, asOf: string): Notice | undefined => {
  if (notice.notice.issued > asOf) return undefined
  const later = notice.amendments.filter(({ issued }) => issued > asOf)
  return later.reduceRight(undo, { ...notice, amendments: notice.amendments.filter(({ issued }) => issued <= asOf) })
}
