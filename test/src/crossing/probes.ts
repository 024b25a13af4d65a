import { bodies } from '../rights-lives.js'

/** One question somebody puts with an id that is none of theirs; `foreign` names it, `never` is the same with an id of nobody. */
export interface Probe {
  readonly method: string
  readonly path: string
  readonly documented: boolean
  readonly url: (id: string) => string
  readonly payload: object | undefined
}

interface Parameter {
  readonly name: string
  readonly in: string
  readonly schema?: { readonly enum?: readonly string[] }
}

/** A route of the description, as far as it is read here. */
interface Described {
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: unknown
}
type Document = { readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>> }

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const

/** Good enough to come past the address's schema, where that names no values of its own. */
const usual: Readonly<Record<string, string>> = { n: '1', code: 'L01' }

/** What a route wants beside the id, good enough to come past its schema. */
const bodyOf = (path: string): object => {
  const command = /\/(?:commands|previews)\/(\w+)$/.exec(path)?.[1]
  if (command) return { ...(bodies as Record<string, object>)[command] }
  if (/\/(full-look|dossier\.zip)$/.test(path)) return { reason: '核对' }
  if (path.endsWith('/what-if')) return { steps: [] }
  return {}
}

/** A file that is not there, described as one that might be. */
export const attached = (file: string, more: object = {}) => ({
  attachments: [
    { file, kind: 'other', name: 'a.pdf', mediaType: 'application/pdf', sha256: 'a'.repeat(64), size: 9, ...more },
  ],
})

export const takesFiles = ({ requestBody }: Described): boolean =>
  JSON.stringify(requestBody ?? '').includes('"attachments"')

const valuesOf = (name: string, described: Readonly<Record<string, Described>>): readonly string[] => {
  const told = Object.values(described).flatMap(({ parameters = [] }) => parameters)
  const values = told.find((one) => one.in === 'path' && one.name === name)?.schema?.enum ?? [usual[name]]
  return values.filter((one) => one !== undefined)
}

/** The path with everything but the case filled in, once for each value that the description allows. */
const filled = (path: string, described: Readonly<Record<string, Described>>): string[] => {
  const name = /\{(?!id\})(\w+)\}/.exec(path)?.[1]
  if (!name) return [path]
  const values = valuesOf(name, described)
  if (values.length === 0) throw new Error(`nothing to put for {${name}} of ${path}`)
  return values.flatMap((value) => filled(path.replace(`{${name}}`, value), described))
}

/**
 * Every path of the description with a case's id in it, under every method, whether it is described or not; where files may
 * come with it, once without and once with one.
 */
export const probesOf = (document: Document): Probe[] =>
  Object.entries(document.paths)
    .filter(([path]) => path.includes('{id}'))
    .flatMap(([path, described]) => filled(path, described).map((one) => [one, described] as const))
    .flatMap(([path, described]) =>
      methods.flatMap((method) => {
        const payload = method === 'get' ? undefined : bodyOf(path)
        const withFile = described[method] && takesFiles(described[method])
        return [
          payload,
          ...(withFile ? [{ ...payload, ...attached('00000000-0000-4000-8000-0000000000fe') }] : []),
        ].map((body) => ({
          method: method.toUpperCase(),
          path,
          documented: method in described,
          url: (id: string) => path.replace('{id}', encodeURIComponent(id)),
          payload: body,
        }))
      }),
    )

/** The described routes that take a name of something in their address which is no case. */
export const namesBeside = (document: Document): string[] => [
  ...new Set(
    Object.keys(document.paths)
      .filter((path) => !path.includes('{id}'))
      .flatMap((path) => [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)),
  ),
]
