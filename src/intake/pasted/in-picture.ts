// Words that only captions have: where somebody stands in the picture, or that it is an old one.

/** Where somebody stands in a picture, or that it is not one of the event. */
const IN_PICTURE =
  /[(（[](?:(?:far |top |bottom |second from |2nd from )?(?:left|right|centre|center|middle|above|below|top|bottom)|l(?:inks)?|r(?:echts)?|mitte|à (?:gauche|droite)|au centre|izquierda|derecha|a la (?:izquierda|derecha)|sinistra|destra|a (?:sinistra|destra)|à (?:esquerda|direita)|links|rechts|t\.?v\.?|t\.?h\.?|tv|th|archivbild|symbolbild|archiv|symbolfoto|archivfoto|file(?: photo)?|pictured)(?!\p{L})[^()]{0,20}[)）\]]/iu;

/** Whether a text speaks of the picture it stands below. */
export function isInPicture(text: string): boolean {
  return IN_PICTURE.test(text);
}
