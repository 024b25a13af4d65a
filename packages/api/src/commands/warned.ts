import type { Done, Store, Warning } from '@zhiqing/casework'

/** The answer with more to know. */
export const withWarnings = (done: Done, warnings: readonly Warning[]): Done => ({
  ...done,
  warnings: [...done.warnings, ...warnings],
})

/**
 * The store, and whether it saved: the warnings of the counter are kept with the first answer, so that a repeat of an
 * idempotency key, on whatever day, gets that answer and no other.
 */
export const keepingWarnings = (
  store: Store,
  warnings: readonly Warning[],
): { readonly store: Store; saved(): boolean } => {
  let saved = false
  return {
    saved: () => saved,
    store: {
      transaction: (work) =>
        store.transaction((transaction) => {
          // The adapter runs the work again after a conflict.
          saved = false
          return work({
            open: (task) => transaction.open(task),
            save: async (change) => {
              const { answer } = change
              await transaction.save({
                ...change,
                answer: answer.ok ? withWarnings(answer, warnings) : answer,
              })
              saved = true
            },
          })
        }),
    },
  }
}
