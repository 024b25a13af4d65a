import { Fragment } from 'react'

/** From digit to digit, an area code set off as people do; five at least, as in 12345, which an extension has not. */
const number = /(\+?[(（]?\d{2,4}[)）]?[\s-]?\d[\d-]+\d)/

const digits = (text: string): string => text.replace(/[^\d+]/g, '')

/** Telephone numbers to be tapped, whole on one line, and the words around them as they are. */
export const Telephone = ({ text }: { text: string }) =>
  text.split(number).map((part, i) =>
    i % 2 === 1 ? (
      <a key={part} className="whole" href={`tel:${digits(part)}`}>
        {part}
      </a>
    ) : (
      <Fragment key={part}>{part}</Fragment>
    ),
  )
