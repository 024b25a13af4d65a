import { bodies } from '../rights-lives.js'

/** One question somebody puts with an id that is none of theirs; `foreign` names it, `never` is the same with an id of nobody. */
export interface Probe {
  readonly method: string
  readonly path: string
  readonly documented: boolean
  readonly url: (id: string) => string
  readonly payload: object | undefined
}

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const

/** What a route wants beside the id, good enough to come past its schema. */
const bodyOf = (path: string): object => {
  const command = /\/commands\/(\w+)$/.exec(path)?.[1]
  if (command) return { ...(bodies as Record<string, object>)[command] }
  if (/\/(full-look|dossier\.zip)$/.test(path)) return { reason: '核对' }
  if (path.endsWith('/what-if')) return { steps: [] }
  return {}
}

/** Every path of the description with a case's id in it, under every method, whether it is described or not. */
export const probesOf = (document: { readonly paths: Record<string, object> }): Probe[] =>
  Object.entries(document.paths)
    .filter(([path]) => path.includes('{id}'))
    .flatMap(([path, described]) =>
      methods.map((method) => ({
        method: method.toUpperCase(),
        path,
        documented: method in described,
        url: (id: string) => path.replace('{id}', encodeURIComponent(id)).replace('{n}', '1').replace('{code}', 'L01'),
        payload: method === 'get' ? undefined : bodyOf(path),
      })),
    )
