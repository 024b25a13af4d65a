import type { ReactNode } from 'react'

interface ScrollProps {
  readonly label: string
  readonly className?: string
  readonly children: ReactNode
}

/** What may be wider or longer than its place; the arrow keys move it. */
export const Scroll = ({ label, className = '', children }: ScrollProps) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard (axe scrollable-region-focusable)
  <section className={`scroll ${className}`} aria-label={label} tabIndex={0}>
    {children}
  </section>
)
