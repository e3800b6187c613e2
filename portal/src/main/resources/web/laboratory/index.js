// The bundle of pages to which a video is brought or on which it is looked at: played, stepped through, compared, covered.
import { startPairs } from './pairs.js';
import { startPlayers } from './player.js';
import { startRedaction } from './redaction.js';
import { startSteppers } from './stepper.js';
import { startUploads } from './upload.js';
import { startViewing } from './viewing.js';

startUploads();
startPlayers();
startViewing();
// Before the steppers, whose first picture it waits for.
startRedaction();
startSteppers();
startPairs();
