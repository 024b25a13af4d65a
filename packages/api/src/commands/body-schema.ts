import { type CommandName, commandOf, envelopeFields } from '@zhiqing/casework'
import * as z from 'zod'

const withEnvelope = (schema: z.ZodType): z.ZodType => {
  if (schema instanceof z.ZodDiscriminatedUnion) {
    const options = schema.options.map((option) => withEnvelope(option as z.ZodType))
    return z.discriminatedUnion(schema.def.discriminator, options as never)
  }
  if (schema instanceof z.ZodUnion) return z.union(schema.options.map((one) => withEnvelope(one as z.ZodType)) as never)
  if (schema instanceof z.ZodObject) return schema.safeExtend(envelopeFields)
  throw new Error('a command takes an object')
}

/**
 * The body of a command as documented: its own fields and those every command may carry. It is parsed by casework's
 * `parseCommand` with the same schemas, which tells the faults of both at once.
 */
export const bodySchema = (name: CommandName): z.ZodType => withEnvelope(commandOf(name).schema)
