import { Injectable, Module } from '@nestjs/common';
import { ConfigModule, ConfigService, registerAs } from '@nestjs/config';
import * as Joi from 'joi';

// form: ConfigService
@Injectable()
export class Payments {
  private readonly key: string;

  constructor(
    private readonly configService: ConfigService,
    private config: ConfigService,
  ) {
    this.key = this.configService.getOrThrow<string>('NEST_KEY');
//                                                    ^^^^^^^^ env NEST_KEY required
    const region = configService.get<string>('NEST_REGION', 'eu');
//                                            ^^^^^^^^^^^ env NEST_REGION optional default=eu
    const maybe = this.config.get('NEST_MAYBE');
//                                 ^^^^^^^^^^ env NEST_MAYBE required
    const or = this.config.get<number>('NEST_OR') ?? 5;
//                                      ^^^^^^^ env NEST_OR optional default=5
    const path = this.config.get('database.host');
    // none a path into a namespace
    console.log(region, maybe, or, path);
  }
}

// form: registerAs
export const database = registerAs('database', () => ({
  host: process.env.NEST_DB_HOST,
//                  ^^^^^^^^^^^^ env NEST_DB_HOST required
  port: parseInt(process.env.NEST_DB_PORT, 10) || 5432,
//                           ^^^^^^^^^^^^ env NEST_DB_PORT optional default=5432 cast=int
}));

// form: Joi validation schema
@Module({
  imports: [
    ConfigModule.forRoot({
      validationSchema: Joi.object({
        JOI_REQUIRED: Joi.string().required(),
//      ^^^^^^^^^^^^ env JOI_REQUIRED required
        JOI_DEFAULT: Joi.number().default(3000),
//      ^^^^^^^^^^^ env JOI_DEFAULT optional default=3000 cast=number
        JOI_OPTIONAL: Joi.string(),
//      ^^^^^^^^^^^^ env JOI_OPTIONAL optional
      }),
    }),
  ],
})
export class AppModule {}

export class Cache {
  constructor(private readonly cache: Map<string, string>) {}
  read() {
    return this.cache.get('CACHE_KEY');
    // none
  }
}
