import { courses } from './courses.ts';
import { describeGoodEnds } from './goodEnds.ts';

describeGoodEnds('A change by hand ends well, and everybody has what they should', courses);
