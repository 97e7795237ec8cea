# form: Terraform variable
variable "database_password" {
  #       ^^^^^^^^^^^^^^^^^ env TF_VAR_database_password optional
  sensitive = true
}
variable "region" {
  #       ^^^^^^ env TF_VAR_region optional
  default = "eu-west-1"
}
output "name" {
  # none
  value = "x"
}

# form: environment of a resource
resource "aws_lambda_function" "api" {
  environment {
    variables = {
      LAMBDA_KEY = var.database_password
      #<^^^^^^^^ env LAMBDA_KEY declared
      # NOT_SET = "x"
      nested = "NOT_A_NAME"
      # none
    }
  }
}
resource "google_cloud_run_service" "web" {
  env {
    name  = "RUN_KEY"
    #        ^^^^^^^ env RUN_KEY declared
    value = "x"
  }
  labels = {
    NOT_ENVIRONMENT = "x"
    # none
  }
}
locals {
  containers = jsonencode([{ environment = [{ name = "TASK_KEY", value = "x" }] }])
  #                                                   ^^^^^^^^ env TASK_KEY declared
}
