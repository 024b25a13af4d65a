import { type AnchorHTMLAttributes, type MouseEvent, useSyncExternalStore } from 'react'

/** Where all pages of the desk lie. */
export const base = '/desk'

const moved = new Set<() => void>()

const subscribe = (listener: () => void): (() => void) => {
  moved.add(listener)
  addEventListener('popstate', listener)
  return () => {
    moved.delete(listener)
    removeEventListener('popstate', listener)
  }
}

const here = (): string => location.pathname.slice(base.length) + location.search || '/'

/** The page's address below /desk, with its query. */
export const useAddress = (): string => useSyncExternalStore(subscribe, here)

/** Goes to a page of the desk; `replace` leaves no step to come back to. */
export const go = (to: string, { replace = false } = {}): void => {
  if (replace) history.replaceState(null, '', base + to)
  else history.pushState(null, '', base + to)
  for (const listener of moved) listener()
  if (!replace) scrollTo(0, 0)
}

type LinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & { readonly to: string }

/** A link within the desk; with a modifier key it opens elsewhere, as links do. */
export const Link = ({ to, onClick, ...rest }: LinkProps) => {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    go(to)
  }
  return <a {...rest} href={base + to} onClick={follow} />
}
