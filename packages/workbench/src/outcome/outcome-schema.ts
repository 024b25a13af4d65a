import type { Schema } from '../acts/schema.ts'

/** The shapes that a deciding command may take, one an outcome. */
const shapesOf = ({ anyOf = [], oneOf = [] }: Schema): readonly Schema[] => [
  ...oneOf,
  ...anyOf.flatMap((one) => one.oneOf ?? []),
]

const isFor = (outcome: string) => (shape: Schema) => shape.properties?.outcome?.const === outcome

/** The fields of one outcome; a command that has no outcome to choose is its own shape. */
export const shapeFor = (schema: Schema, outcome: string): Schema => shapesOf(schema).find(isFor(outcome)) ?? schema

/** What every refusal may carry, whatever its ground. */
const common = ['outcome', 'reasons', 'on', 'by', 'person']

const withholding = ['W1', 'W2', 'W3', 'W4', 'W5', 'W6', 'W7', 'W8']

const namesOf = (schema: Schema, outcome: string): string[] =>
  Object.keys(shapeFor(schema, outcome).properties ?? {}).filter((name) => !common.includes(name))

/** A partial reply has the fields of its own grounds and of no other: what is not to be asked for now. */
export const unaskedInPart = (schema: Schema, grounds: readonly string[]): string[] => {
  const own = ['given', 'withheld', 'grounds']
  const wanted = new Set(grounds.flatMap((ground) => namesOf(schema, ground)))
  return [...new Set(withholding.flatMap((ground) => namesOf(schema, ground)))].filter(
    (name) => !wanted.has(name) && !own.includes(name),
  )
}
