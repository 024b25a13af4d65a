import type { KeyboardEvent } from 'react'

const stops = 'input:not([type=hidden]):not([disabled]), select, textarea, button[type=submit]'

/** A scanner ends a number with Enter, and so do hands that fill in forms: it goes to the next field. Ctrl+Enter submits. */
export const nextOnEnter = (event: KeyboardEvent<HTMLElement>): void => {
  const at = event.target as HTMLElement
  if (event.key !== 'Enter' || event.nativeEvent.isComposing || at.tagName === 'BUTTON') return
  if (event.ctrlKey || event.metaKey) {
    event.preventDefault()
    event.currentTarget.closest('form')?.requestSubmit()
    return
  }
  if (at.tagName !== 'INPUT') return
  event.preventDefault()
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>(stops)].filter((one) => one.offsetParent !== null)
  const same = (one: HTMLElement) =>
    at instanceof HTMLInputElement && at.type === 'radio' && one instanceof HTMLInputElement && one.name === at.name
  all
    .slice(all.indexOf(at) + 1)
    .find((one) => !same(one))
    ?.focus()
}
