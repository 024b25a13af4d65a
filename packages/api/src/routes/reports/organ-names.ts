import type { Services } from '../../services.js'

/** What an organ is called today, by its id; an id that is none stays as it is. */
export const organNames = async ({ cabinet, today }: Services): Promise<(organ: string) => string> => {
  const names = new Map((await cabinet.organs(today())).map(({ id, organ }) => [id, organ.name]))
  return (organ) => names.get(organ) ?? organ
}
