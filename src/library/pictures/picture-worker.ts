// The thread that decodes pictures: what it loads, and what it takes, is not the reader's.
import { serveThread } from '../threads/worker-thread.ts';
import { drawPicture, type PictureWork } from './draw-picture.ts';

void serveThread(() => (work: PictureWork) => drawPicture(work));
