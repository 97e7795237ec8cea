import { ConfigService } from '@nestjs/config';
import { NestFactory } from '@nestjs/core';
import { AppModule, Cache } from './app.module';

// form: ConfigService of the application
async function bootstrap() {
  const app = await NestFactory.create(AppModule);
  const config = app.get(ConfigService);
  await app.listen(config.get('MAIN_PORT') ?? 3000);
  //                           ^^^^^^^^^ env MAIN_PORT optional default=3000
  app.get<ConfigService>(ConfigService).getOrThrow('MAIN_KEY');
  //                                                ^^^^^^^^ env MAIN_KEY required
  const cache = app.get(Cache);
  cache.get('NOT_A_SETTING');
  // none
}
bootstrap();
