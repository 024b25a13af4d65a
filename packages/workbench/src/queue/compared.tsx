import { changed } from './diff.ts'

/** Two texts in one, clause by clause: what is gone is struck out, what is new underlined. */
export const Compared = ({ older, newer }: { readonly older: string; readonly newer: string }) => (
  <div className="diff">
    {changed(older, newer).map(({ kind, text }, i) => {
      const key = `${i}${text}`
      if (kind === 'gone') return <del key={key}>{text}</del>
      return kind === 'new' ? <ins key={key}>{text}</ins> : <span key={key}>{text}</span>
    })}
  </div>
)
