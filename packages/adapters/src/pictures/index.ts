export { createPictureMaker } from './create-picture-maker.ts'
export type { MadePicture, MadePictures, PictureMaker, PictureSize } from './picture-maker.ts'
