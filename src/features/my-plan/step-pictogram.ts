// Pictograms of steps and of things to bring: the same table as on the tablet, where the plan is written.
export { bringPictogram, stepPictogram } from '#ui/step-pictogram.ts';
