import type { ExactAdvances, KitFont } from '../fonts/face.js'

/** What PDFKit 0.20 takes and @types/pdfkit 0.17 does not know: an opened font, and exact advances for a run. */
declare global {
  namespace PDFKit.Mixins {
    interface PDFFont {
      registerFont(name: string, font: KitFont): this
    }
    interface PDFText {
      text(text: string, x: number, y: number, options: ExactText): this
    }
    type ExactText = {
      lineBreak: false
      baseline: 'alphabetic'
      features: ExactAdvances
      textWidth: number
      wordCount: 1
    }
  }
}
