import type { NeedAttachment } from '@market/contracts/demands'
import type { Attachment } from '@market/contracts/listings'

/** A file of a listing or of a need, as pages show it. */
export type ShownAttachment = NeedAttachment & Partial<Pick<Attachment, 'visibility'>>

type OfKind = Pick<ShownAttachment, 'mediaType'>

export const isPicture = ({ mediaType }: OfKind): boolean => mediaType.startsWith('image/')
export const isVideo = ({ mediaType }: OfKind): boolean => mediaType.startsWith('video/')
export const isDocument = (file: OfKind): boolean => !isPicture(file) && !isVideo(file)
