// The bundle of pages on which a video is looked at: played, stepped through, compared, covered.
import { startPairs } from './pairs.js';
import { startPlayers } from './player.js';
import { startRedaction } from './redaction.js';
import { startSteppers } from './stepper.js';
import { startViewing } from './viewing.js';

startPlayers();
startViewing();
// Before the steppers, whose first picture it waits for.
startRedaction();
startSteppers();
startPairs();
