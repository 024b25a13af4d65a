import type { Organ } from '@zhiqing/law'

/** Online binds an organ that published it, or that published no channel at all (rulebook R15). */
export const takesOnline = ({ channels }: Organ): boolean =>
  channels.online !== undefined || Object.keys(channels).length === 0
