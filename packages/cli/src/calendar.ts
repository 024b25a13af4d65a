import { type Calendar, calendarOf, type Day, notices } from '@zhiqing/law'
import { projectYear } from '@zhiqing/projection'

/** The calendar of the shipped notices; years without one are drawn only when a computation walks into them. */
export const shippedCalendar = (asOf?: Day): Calendar =>
  calendarOf({ notices, project: projectYear, ...(asOf ? { asOf } : {}) })
