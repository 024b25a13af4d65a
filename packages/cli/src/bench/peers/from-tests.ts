import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

const tests = createRequire(new URL('../../../../../test/package.json', import.meta.url))

/**
 * A package of the tests' workspace, locked with all others: what we are measured against must not become part of the
 * product. Undefined where only the product is installed.
 */
export const fromTests = async (name: string): Promise<unknown> => {
  try {
    const found = (await import(pathToFileURL(tests.resolve(name)).href)) as { readonly default?: unknown }
    return found.default ?? found
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'MODULE_NOT_FOUND' || code === 'ERR_MODULE_NOT_FOUND') return undefined
    throw error
  }
}
