import type { ReactNode } from 'react'

/** The panel that says it is done, with the stamp of a counter. */
export const DonePanel = ({ title, stamp, children }: { title: string; stamp: string; children?: ReactNode }) => (
  <div className="done">
    <span className="stamp" aria-hidden="true">
      {stamp}
    </span>
    <h1>{title}</h1>
    {children}
  </div>
)
