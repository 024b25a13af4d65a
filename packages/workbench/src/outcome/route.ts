import type { OutcomeQuestions } from '../api/answers.ts'

export type Question = OutcomeQuestions['questions'][number]
export type Answer = Question['answers'][number]
export type Leads = Answer['leads']

/** The answers given so far, by question. */
export type Given = Readonly<Record<string, Answer>>

/** Question after question as far as they are answered, and where the last answer leads. */
export const routeOf = (
  questions: readonly Question[],
  given: Given,
): { readonly asked: readonly Question[]; readonly end: Leads | undefined } => {
  const asked: Question[] = []
  let at = questions[0]
  while (at) {
    asked.push(at)
    const leads: Leads | undefined = given[at.id]?.leads
    if (leads?.to !== 'question') return { asked, end: leads }
    at = questions.find(({ id }) => id === leads.question)
  }
  return { asked, end: undefined }
}

/** The answers after one of them was given or taken back: what came after it is asked anew. */
export const answered = (
  questions: readonly Question[],
  given: Given,
  { question, chosen }: { readonly question: string; readonly chosen: Answer | undefined },
): Given => {
  const { asked } = routeOf(questions, given)
  const before = asked.slice(
    0,
    asked.findIndex(({ id }) => id === question),
  )
  const kept = Object.fromEntries(before.flatMap(({ id }) => (given[id] ? [[id, given[id]]] : [])))
  return chosen ? { ...kept, [question]: chosen } : kept
}
